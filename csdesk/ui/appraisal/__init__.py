"""The parts of the Appraisal tab."""
