import { Component, type ErrorInfo, type ReactNode } from 'react';
import { asFailure } from '../api/errors';
import { ErrorResult } from '../components/error-result';

interface State {
  fault?: unknown;
}

/** Keeps a fault of one page to that page, and offers to show it anew. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override componentDidCatch(fault: unknown, { componentStack }: ErrorInfo): void {
    console.error('a page of the console failed', fault, componentStack);
  }

  override render(): ReactNode {
    if (this.state.fault === undefined) return this.props.children;
    const retry = () => this.setState({ fault: undefined });
    return <ErrorResult title="这一页出错了" error={asFailure(this.state.fault)} onRetry={retry} />;
  }
}
