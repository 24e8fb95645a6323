"""What holds for the whole month of the calendar: closed, not judged, or with holidays that are only estimated."""

from csdesk.desk.roster_month import RosterMonth
from csdesk.texts import Texts
from csdesk.ui.widgets.cards import Band


class CalendarNote(Band):
    """A band above the calendar; hidden for an ordinary month."""

    def say_of(self, view: RosterMonth, texts: Texts) -> None:
        """Say what holds for the month `view`."""
        if view.closed:
            said = self.tr("{month} is closed: its roster can be read, but not changed.")
            self.say(said.format(month=texts.month(view.month)), "info")
        elif view.fault is not None:
            self.say(texts.problem(view.fault), "warning")
        elif not view.calendar.is_official(view.month.last):
            said = self.tr(
                "The holidays of {year} are estimated: official notices are known through {known}. Days… sets what is "
                "known otherwise."
            )
            self.say(said.format(year=view.month.year, known=view.calendar.official_through), "info")
        else:
            self.say("")
