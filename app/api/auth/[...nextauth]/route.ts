import { answerAuth } from '../../../../auth.ts'

export { answerAuth as GET, answerAuth as POST }
