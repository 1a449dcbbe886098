"""Rows of jobs and interviews."""
