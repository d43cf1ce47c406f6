-- The few messages with a detected attack, found without reading all messages.
create index messages_by_jailbreak on messages (interaction_id) where is_jailbreak_detected = 1;
