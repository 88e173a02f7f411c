"""The project, and the few things every app leans on. It knows no article."""
