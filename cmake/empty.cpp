// A library must have one source; folders begin empty.
