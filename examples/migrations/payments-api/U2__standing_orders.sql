DROP TABLE standing_orders;
