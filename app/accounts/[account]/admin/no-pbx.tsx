import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Brand } from '#lib/branding/brand.ts'
import type { Language } from '#lib/language.ts'
import { adminWords } from './words.ts'

/** In place of a room of the virtual PBX, on an account that has none: why, and whom to ask. */
export function NoPbx({ brand, language }: { readonly brand: Brand; readonly language: Language }) {
  const words = adminWords[language]
  const { supportName, supportEmail, supportPhone } = brand
  return (
    <Card>
      <EmptyState icon="phone" title={words.noPbx}>
        <p>{words.noPbxText(brand.name)}</p>
        {(supportEmail || supportPhone) && (
          <p>
            {supportEmail && (
              <a href={`mailto:${supportEmail}`}>{words.callThem(supportName || supportEmail)}</a>
            )}
            {supportEmail && supportPhone && ' · '}
            {supportPhone && <a href={`tel:${supportPhone.replace(/[^\d+]/g, '')}`}>{supportPhone}</a>}
          </p>
        )}
      </EmptyState>
    </Card>
  )
}
