"""Dashboard, a job, the form of a job."""
