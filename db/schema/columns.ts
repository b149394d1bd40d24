import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A moment, always with its zone, read and written as a JavaScript Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const createdAt = () => moment('created_at').notNull().defaultNow()

/** Ids are made by the portal before the write, so that all rows of one change can go out together. */
export const id = () => uuid('id').primaryKey().defaultRandom()

/** Every row of a tenant carries its provider: the row-level wall and the composite keys stand on it. */
export const providerId = () => uuid('provider_id').notNull()

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** A text compared byte by byte: texts that begin alike lie together, whatever the database's own order of letters is. */
export const bytewise = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
})
