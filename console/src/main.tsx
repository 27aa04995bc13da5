import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { publishPalette } from './palette';
import { listenForShortcuts } from './shortcuts/use-shortcut';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

dayjs.locale('zh-cn');
publishPalette(document.documentElement);
listenForShortcuts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
