import { leaveProvider } from '@/lib/access/oidc/answer'

export { leaveProvider as GET }
