'use server'

import { lookAction, takeInAction } from '#app/_server/import-actions.ts'
import { takeInCalls } from '#db/call-log/take-in.ts'
import { readCalls } from '#lib/call-log/file.ts'

const calls = {
  module: 'call-log',
  list: (slug: string) => `/accounts/${slug}/call-log`,
  read: readCalls,
} as const

export const look = lookAction('look-at-call-records', calls)

export const takeIn = takeInAction('take-in-call-records', calls, {
  done: 'call-records-imported',
  takeIn: takeInCalls,
})
