import { beginAtProvider } from '@/lib/access/oidc/answer'

export { beginAtProvider as GET }
