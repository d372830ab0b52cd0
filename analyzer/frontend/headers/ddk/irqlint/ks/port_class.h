// Interfaces and functions that came to the port class driver later than the base headers.
#pragma once
