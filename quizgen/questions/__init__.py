"""Facts into questions: templates, asking, distractors, selection."""
