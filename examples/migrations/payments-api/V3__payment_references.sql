-- Expand: code of before does not know the column and runs on. The next release reads it,
-- the one after that drops the note.
SET lock_timeout = '3s';
ALTER TABLE payments ADD COLUMN reference text;
ALTER TABLE standing_orders ADD COLUMN reference text;
UPDATE standing_orders SET reference = upper(note);
