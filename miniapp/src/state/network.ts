import { create } from 'zustand';
import { watchNetwork } from '@/platform/network';

/** Whether the phone has a network, as far as it knows. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }));

watchNetwork((online) => useNetwork.setState({ online }));
