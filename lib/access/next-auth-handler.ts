import 'server-only'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/access/next-auth'
import { requestId, requestOrigin } from '@/lib/access/session'

type Context = { params: Promise<{ nextauth: string[] }> }

/** The standard endpoints of next-auth (/api/auth/…). */
export async function answerNextAuth(request: Request, context: Context): Promise<Response> {
  const handler = NextAuth(authOptions({ ...(await requestOrigin()), requestId: await requestId() }))
  return handler(request, context)
}
