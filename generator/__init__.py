"""Turns structured YAML actions into the inclusive employer toolkits."""
