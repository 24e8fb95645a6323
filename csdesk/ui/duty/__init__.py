"""The pages Attendance and Handover of the Log tab, and the way from one of its pages to another."""
