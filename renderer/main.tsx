// Starts the window: mounts the application into the page. Nothing else happens here.

import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')!).render(<h1>政务公开年报</h1>);
