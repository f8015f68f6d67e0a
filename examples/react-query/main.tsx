import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import createQueries from 'openapi-react-query'
import { createChatClient } from 'opencopilot-chat'
import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Conversations } from './conversations.tsx'

type Access = Record<'baseUrl' | 'organizationId' | 'token', string>

// The client tries again by itself.
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })

function App() {
  const [access, setAccess] = useState<Access>()
  return access ? <Reader {...access} /> : <SignIn onSubmit={setAccess} />
}

function Reader({ baseUrl, organizationId, token }: Access) {
  const $api = useMemo(() => createQueries(createChatClient({ baseUrl, token }).http), [baseUrl, token])
  return <Conversations $api={$api} organizationId={organizationId} />
}

function SignIn({ onSubmit }: { onSubmit: (access: Access) => void }) {
  return (
    <form action={(given) => onSubmit(Object.fromEntries(given) as Access)}>
      <p>
        <label>
          Server <input name="baseUrl" type="url" required />
        </label>
      </p>
      <p>
        <label>
          Organization <input name="organizationId" required />
        </label>
      </p>
      <p>
        <label>
          Token <input name="token" type="password" autoComplete="off" required />
        </label>
      </p>
      <button type="submit">Read</button>
    </form>
  )
}

createRoot(document.querySelector('main') as HTMLElement).render(
  <QueryClientProvider client={queryClient}>
    <App />
  </QueryClientProvider>,
)
