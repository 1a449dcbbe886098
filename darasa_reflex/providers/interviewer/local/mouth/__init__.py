"""Speaking: sentences to sound, in order, heard or cut."""
