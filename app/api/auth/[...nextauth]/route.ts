import { answerNextAuth } from '@/lib/access/next-auth-handler'

export { answerNextAuth as GET, answerNextAuth as POST }
