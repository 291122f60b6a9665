SET lock_timeout = '3s';
ALTER TABLE standing_orders DROP COLUMN reference;
ALTER TABLE payments DROP COLUMN reference;
