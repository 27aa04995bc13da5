import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { connectQueryClient, queryClient } from './api/query';
import { improveShell, markElder } from './platform/shell';
import { useSettings } from './state/settings';
import './app.scss';

connectQueryClient();
improveShell();
markElder(useSettings.getState().elder);

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
