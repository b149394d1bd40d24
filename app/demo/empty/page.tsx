import { notFound } from 'next/navigation'
import { environment } from '#lib/env.ts'

/** Demo only: a page of nothing, behind the proxy and the root layout like every other, to measure the others by. */
export default function EmptyPage() {
  if (!environment().LATCHKEY_DEMO) notFound()
  return <p>Empty</p>
}
