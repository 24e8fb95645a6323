from csdesk.core.problem import Problem


def test_a_problem_stands_at_its_field_with_its_particulars() -> None:
    problem = Problem.at("points", "points.outside", low=-5, high=-2)
    assert (problem.code, problem.field) == ("points.outside", "points")
    assert problem.detail == {"low": -5, "high": -2}


def test_a_problem_may_belong_to_no_field() -> None:
    assert Problem("month.closed").field == ""
    assert not Problem("month.closed").detail


def test_a_particular_may_itself_be_called_detail() -> None:
    assert Problem.at("note", "note.long", detail="x").detail == {"detail": "x"}
