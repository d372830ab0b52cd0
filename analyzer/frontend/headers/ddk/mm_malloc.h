// The compiler's aligned allocation, which the base headers' malloc.h asks for; user-mode code only.
#pragma once
