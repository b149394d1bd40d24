import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { idle } from '#components/ui/form-state.ts'
import { languages } from '#lib/language.ts'
import { membershipWords } from '#lib/membership/words.ts'
import { ConfirmAct, MemberActs } from './member-acts.tsx'
import { memberWords } from './member-words.ts'

const shared = { accountId: 'a', action: async () => idle, own: '/own' } as const
const member = (state: 'invited' | 'active') => ({ id: 'm', name: 'Gaëlle Marchand', state })

for (const language of languages) {
  test(`nobody is offered to shut themselves out, and reads why, ${language}`, () => {
    const of = (isSelf: boolean) =>
      renderToStaticMarkup(
        <MemberActs {...shared} member={member('active')} language={language} isSelf={isSelf} />,
      )
    expect(of(false)).toMatch(/act=disable.*act=remove/)
    expect(of(true)).not.toContain('?act=')
    expect(of(true)).toContain(membershipWords[language].refusal.yourself())
  })

  test(`who has not come in is not said to be signed out, ${language}`, () => {
    const of = (state: 'invited' | 'active') =>
      renderToStaticMarkup(<ConfirmAct {...shared} member={member(state)} language={language} by="remove" />)
    const { remove, 'remove-invited': invited } = memberWords[language].confirm
    expect(of('active')).toContain(remove.consequences[0])
    expect(of('invited')).not.toContain(remove.consequences[0])
    expect(of('invited')).toContain(invited.consequences[0])
  })
}
