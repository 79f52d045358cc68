"""OpenAI Batch API files: requests out, answers in, no network needed for either."""
