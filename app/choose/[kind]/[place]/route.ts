import { notFound } from 'next/navigation'
import { NextResponse } from 'next/server'
import { currentBrand } from '#app/_server/brand.ts'
import { log } from '#app/_server/log.ts'
import { addressOf, readPlace, writePlace } from '#app/_server/place-address.ts'
import { currentActor } from '#app/_server/session.ts'
import { writing } from '#db/client.ts'
import { rememberPlace } from '#db/person/last-place.ts'
import { originOf } from '#lib/env.ts'

/** Goes to a place, and remembers it for the person. Whether they may be there, the place decides. */
export async function GET(_: Request, { params }: RouteContext<'/choose/[kind]/[place]'>) {
  const { kind, place } = await params
  const key = readPlace(`${kind}.${place}`)
  if (!key) notFound()
  const [{ host }, actor] = [await currentBrand(), await currentActor()]
  if (actor)
    await writing({ role: 'app', providerId: actor.providerId }, tx =>
      rememberPlace(tx, actor.personId, writePlace(key)),
    ).catch(err => log.warn({ err }, 'the place last chosen was not remembered'))
  return NextResponse.redirect(new URL(addressOf(key), originOf(host)), 303)
}
