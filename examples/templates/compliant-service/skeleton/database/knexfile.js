module.exports = {
  client: 'pg',
  connection: process.env.DATABASE_URL,
  migrations: {
    directory: './db/migrations',
    // After going back, code of before meets a schema with migrations that it does not have.
    disableMigrationsListValidation: true,
  },
};
