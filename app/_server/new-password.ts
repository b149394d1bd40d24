import 'server-only'
import { providerName } from '#db/brand.ts'
import { newPassword } from '#lib/person/new-password.ts'
import { currentBrand } from './brand.ts'

/** Whether somebody may have this as their password here, where the portal's own names are guessed first. */
export async function checkedPassword(
  text: string,
  { name, email }: { readonly name: string; readonly email: string },
) {
  const brand = await currentBrand()
  const portal = [brand.name, brand.host, await providerName(brand.providerId)]
  return newPassword(text, { name, email, portal })
}
