export { BATCHES_AT_ONCE, type Database, type DatabaseOptions, openDatabase } from "./database.ts";
export { Prisma } from "./generated/client.ts";
export { isBrokenOff, rehearse } from "./rehearsal.ts";
export { type Queryable, type Store, storeOf } from "./store.ts";
export { type TransactionOptions, transaction } from "./transaction.ts";
export { uuidv7 } from "./uuid.ts";
