// parallax-train: makes a model file from annotated corpora. The same corpora and seed give the
// same bytes.
int main() { return 2; }
