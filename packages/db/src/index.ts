export { type Database, type DatabaseOptions, openDatabase } from "./database.ts";
export { Prisma } from "./generated/client.ts";
export { type TransactionOptions, transaction } from "./transaction.ts";
export { uuidv7 } from "./uuid.ts";
