//! Tests over the whole: do the corpus, the hostile files and generated files read as they should?.
