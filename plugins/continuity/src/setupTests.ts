import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine draws slowly; what never comes still fails.
configure({ asyncUtilTimeout: 15_000 });
