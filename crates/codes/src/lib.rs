//! Code sets: what does a code mean, in our own plain words?.
