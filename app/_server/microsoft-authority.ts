import 'server-only'
import { reading } from '#db/client.ts'
import { microsoftSettingOf } from '#db/microsoft/setting.ts'
import { environment } from '#lib/env.ts'
import { entranceOf } from '#lib/microsoft/setting.ts'
import { log } from './log.ts'
import { guardedFetch, MicrosoftFault, patience } from './microsoft-fetch.ts'

export interface Tested {
  readonly outcome: 'fine' | 'unset' | 'unreachable' | 'setup' | 'untrusted'
  readonly authority: string
}

/** Whether Microsoft's description of the sign-in is there and fits, as the provider has set it. */
export async function testedAuthority(providerId: string): Promise<Tested> {
  const setting = await reading({ role: 'app', providerId }, tx => microsoftSettingOf(tx, providerId))
  const { MICROSOFT_AUTHORITY: base } = environment()
  const authority = entranceOf(base, setting)
  if (setting.clientId === '' || (setting.whose === 'listed' && setting.tenants.length === 0))
    return { outcome: 'unset', authority }
  try {
    const ask = guardedFetch({ ...setting, base, signal: AbortSignal.timeout(patience) })
    await ask(`${authority}/.well-known/openid-configuration`)
    return { outcome: 'fine', authority }
  } catch (error) {
    if (!(error instanceof MicrosoftFault)) throw error
    log.warn({ failure: error.failure, why: error.message }, 'a test of the sign-in with Microsoft')
    const { failure } = error
    return { outcome: failure === 'unreachable' || failure === 'setup' ? failure : 'untrusted', authority }
  }
}
