// string.h for memchr and memcmp: the only need of the reader that would otherwise import Foundation.
#include <string.h>
#include <yaml.h>
