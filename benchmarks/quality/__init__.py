"""What a judge says of a quiz: sheets of drawn questions, and the count of the verdicts on them."""
