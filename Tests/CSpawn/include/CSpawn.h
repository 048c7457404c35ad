#pragma once

/// Starts a program, looked up in `PATH` unless its name has a slash; 0, or what went wrong (errno).
///
/// The three descriptors become its standard input, output and errors; it inherits no other, ignores and blocks no signal,
/// and runs in `folder` unless that is NULL.
int cspawn(
    int *pid, const char *program, char *const arguments[], char *const environment[], const char *folder,
    const int descriptors[3]);
