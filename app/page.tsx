import { seeOther } from '#app/_server/see-other.ts'

/** The start page is wherever this person works: their only place, or the choice of them. */
export default function StartPage() {
  seeOther('/choose')
}
