import { returnFromProvider } from '@/lib/access/oidc/answer'

export { returnFromProvider as GET }
