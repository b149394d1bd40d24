import type { Values } from '#lib/edit.ts'

/** What a branding domain says about itself, in the order in which it is read and edited. */
export const detailFields = [
  'host',
  'brandName',
  'supportName',
  'supportEmail',
  'supportPhone',
  'supportUrl',
  'senderName',
  'senderAddress',
  'defaultLanguage',
  'termsUrl',
  'privacyUrl',
] as const
export type DetailField = (typeof detailFields)[number]
export type DomainDetails = Values<DetailField>

/** Its two colours: on light grounds, and on dark ones where the derived shade is not wanted. */
export const colourFields = ['accent', 'accentDark'] as const
export type ColourField = (typeof colourFields)[number]
export type DomainColours = Values<ColourField>

/** Its pictures. */
export const pictureKinds = ['logo', 'logo-dark', 'favicon'] as const
export type PictureKind = (typeof pictureKinds)[number]

/** Every field that the history may tell about with its old and new value. */
export type ChangedField = DetailField | ColourField | PictureKind | 'successor'
